/**
 * Says something on standard error, as the command's own words. Question marks stand for control characters, as `ls` has them: what files and
 * addresses are called must not give commands to the terminal.
 */
export function complain(message: string): void {
  process.stderr.write(`pith: ${message.replace(/[\0-\x1f\x7f-\x9f]/g, "?")}\n`);
}

/** Standard output cannot be written; the reason is the `cause`. */
export class PrintError extends Error {}

/** Writes to standard output. @returns when the reader has taken it, or a rejection with a PrintError */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(new PrintError("standard output cannot be written", { cause: error })) : resolve()));
  });
}

/** A reader that has seen enough, such as `head`, closes the pipe: no failure. */
export function isClosedPipe(error: unknown): boolean {
  const reason = error instanceof PrintError ? error.cause : error;
  return (reason as NodeJS.ErrnoException | null)?.code === "EPIPE";
}
