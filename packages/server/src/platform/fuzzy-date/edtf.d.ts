/** The part of the library `edtf` that is used here; it ships no types. */
declare module 'edtf' {
  export default function edtf(
    text: string,
    options: { level: 1 | 2; types: 'Date'[] },
  ): { toEDTF(): string };
}
