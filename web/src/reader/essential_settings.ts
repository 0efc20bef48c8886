/** One of a few named values. */
export interface Choice<Value extends string = string> {
  readonly kind: "choice";
  readonly values: readonly Value[];
  readonly initial: Value;
}

/** A number within bounds. */
export interface Range {
  readonly kind: "range";
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly initial: number;
}

export const choice = <const Value extends string>(initial: Value, ...others: Value[]): Choice<Value> => ({ kind: "choice", values: [initial, ...others], initial });
export const range = (min: number, max: number, step: number, initial: number): Range => ({ kind: "range", min, max, step, initial });

/** What can be set everywhere, the bookmarklet included. */
export const essentialSettings = {
  theme: choice("auto", "light", "sepia", "dark", "black", "contrast", "custom"),
  font: choice("serif", "sans", "mono", "hyperlegible", "dyslexic"),
  /** Text in px. */
  size: range(12, 48, 1, 20),
  /** Column in em: lines of about 45 to 140 characters. */
  width: range(24, 72, 2, 34),
};
