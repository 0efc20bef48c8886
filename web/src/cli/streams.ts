/** Says something on standard error, as the command's own words. */
export function complain(message: string): void {
  process.stderr.write(`pith: ${message}\n`);
}

/** Writes to standard output. @returns when the reader has taken it */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
