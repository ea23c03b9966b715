interface ForeignPage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const html = { 'content-type': 'text/html' };

/** What answers in the server's place: none of it is to be taken for the server's word. */
export const foreignPages: readonly ForeignPage[] = [
  { status: 200, headers: html, body: '<html><title>Hotel</title>Room number and name, please</html>' },
  { status: 502, headers: html, body: '<html>Bad gateway</html>' },
  { status: 200, headers: { 'content-type': 'application/json' }, body: '{}' },
  { status: 403, headers: html, body: '<html>Blocked by policy</html>' },
];
