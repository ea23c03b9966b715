/** A4 in points. */
export const page = { width: 595.28, height: 841.89, side: 48, top: 76, bottom: 70 } as const;
export const contentWidth = page.width - 2 * page.side;

export const colors = { text: '#1f2430', muted: '#5d6675', rule: '#e1e5ea', white: '#ffffff' } as const;

/** Points. The cover's title has sizes of its own. */
export const sizes = { heading: 17, lead: 11, body: 9.5, small: 7.5 } as const;

/** Space of a cell's content from its column's edges; none at the table's own edges, so that text aligns with the page. */
export const cellGap = 5;
