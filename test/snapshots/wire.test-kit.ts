import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A proxy on the TCP level: counts what the server sends, and cuts the connection at chosen bytes of that stream. */
export interface Wire {
  readonly address: string;
  /** Bytes that came from the server, over all connections. */
  received(): number;
  /** The next cuts, as positions in that stream, ascending. Each is made once. */
  cutAt(positions: readonly number[]): void;
  cuts(): number;
  close(): Promise<void>;
}

export async function startWire(port: number): Promise<Wire> {
  let received = 0;
  let waiting: number[] = [];
  let cuts = 0;
  const sockets = new Set<Socket>();

  const server = createServer((device) => {
    const vendor = connect(port, '127.0.0.1');
    for (const socket of [device, vendor]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      // A broken connection is what this is for; the other end is closed below.
      socket.on('error', () => socket.destroy());
    }
    const cut = (): void => {
      vendor.destroy();
      // What was written before the cut still arrives, what comes after it never does.
      device.end(() => device.destroy());
    };
    device.on('data', (bytes) => vendor.write(bytes));
    device.on('close', () => vendor.destroy());
    vendor.on('close', () => device.end());
    vendor.on('data', (bytes) => {
      const at = waiting[0];
      if (at === undefined || received + bytes.length < at) {
        received += bytes.length;
        device.write(bytes);
        return;
      }
      const passed = bytes.subarray(0, Math.max(0, at - received));
      received += passed.length;
      waiting = waiting.slice(1);
      cuts += 1;
      device.write(passed);
      cut();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    received: () => received,
    cutAt: (positions) => {
      waiting = [...positions];
    },
    cuts: () => cuts,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
