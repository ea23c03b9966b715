/** Grows when a message changes shape. The server answers the current one and three back (SY-10). */
export const protocolVersion = 3;
export const oldestProtocolVersion = 1;
