/** Why no GraphQL answer came, in words for the reader of the page. */
export interface Failure {
  title: string;
  advice: string;
  /** Whether it passes by itself. */
  recovers?: boolean;
}
