declare const PITH_TIMED: boolean;

/** Notes for the benchmark when a step has ended; nothing in what people get. */
export function mark(step: string): void {
  if (PITH_TIMED) performance.mark(`pith ${step}`);
}
