/** A failure that whoever runs the program can mend: printed as its message, without a stack. */
export class OperatorError extends Error {
  override readonly name: string = 'OperatorError';
}
