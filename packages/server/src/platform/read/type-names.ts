/** The schema's name of an object's type. Actors of one table differ by their class; everything else is named as its class. */
export function typeNames(value: object): string {
  return value.constructor.name;
}
