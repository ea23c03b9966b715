/**
 * How many decimals a round figure is shown with: none when it is whole, the currency's own when it is not. Figures and their sums then
 * always agree with what is shown (PR-3), which rounding each to whole units would not.
 */
export const neededDecimals = (value: string): 0 | undefined => (/\.\d*[1-9]/.test(value) ? undefined : 0);
