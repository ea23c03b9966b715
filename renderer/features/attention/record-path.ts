/** Where the record a piece of work touches can be opened; null for records without a page. `placeOrder` opens its quote: the order was refused. */
export function recordPath(touches: readonly string[]): string | null {
  const pages = { quote: 'quotes', account: 'accounts', opportunity: 'opportunities' } as const;
  for (const key of touches) {
    const [type = '', ...id] = key.split(':');
    if (type in pages) return `/${pages[type as keyof typeof pages]}/${id.join(':')}`;
  }
  return null;
}
