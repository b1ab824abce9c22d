/** As much of an answer as a test needs. */
export type PartOf<T> =
  T extends ReadonlyArray<infer Item>
    ? Array<PartOf<Item>>
    : T extends object
      ? { [Key in keyof T]?: PartOf<T[Key]> }
      : T;
