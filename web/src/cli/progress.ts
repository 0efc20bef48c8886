const everyMilliseconds = 250;

/** Tells how a long run goes. */
export interface Progress {
  count(failed: boolean): void;
  /** Clears the line. */
  end(): void;
}

/** A line on standard error that is written over and over; nothing where that is no terminal. */
export function showProgress(before: number): Progress {
  const started = performance.now();
  let shown = started;
  let [done, failures] = [0, 0];

  function line(): string {
    const perSecond = done / ((performance.now() - started) / 1000);
    const parts = [`${before + done} pages`, `${perSecond.toFixed(0)} a second`];
    if (before > 0) parts.push(`${before} of them before`);
    if (failures > 0) parts.push(`${failures} failed`);
    return parts.join(" · ");
  }

  return {
    count(failed) {
      done++;
      if (failed) failures++;
      if (!process.stderr.isTTY || performance.now() - shown < everyMilliseconds) return;
      shown = performance.now();
      process.stderr.write(`\r\x1b[K${line()}`);
    },
    end() {
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line()}\n`);
    },
  };
}
