import type { SentMutation } from '#shared/protocol/push';
import { pushRequestSchema } from '#shared/protocol/push';
import type { Session } from '#shared/protocol/session';
import { ChaosDevice } from './device';
import { Glances } from './glances';
import { Ledger } from './ledger';
import type { Schedule } from './schedule';
import { pickFrom } from './view';
import type { Tenants, Vendor } from './vendor';

/** Everything of one schedule: its tenants, its devices, and what was promised on them. */
export class World {
  readonly ledger = new Ledger();
  readonly glances = new Glances();
  /** What was sent under each client id and seq, every different content once. */
  readonly sent = new Map<string, SentMutation[]>();
  #seen: unknown = null;
  operations = 0;
  /** Devices whose person was signed in for the last rounds. */
  readonly settled = new Set<ChaosDevice>();
  /** How often each kind of thing happened. */
  readonly happened = new Map<string, number>();
  bookVersion = 1;

  private constructor(
    readonly vendor: Vendor,
    readonly tenants: Tenants,
    readonly devices: readonly ChaosDevice[],
    private readonly route: () => number,
  ) {}

  static async begin(vendor: Vendor, schedule: Schedule): Promise<World> {
    const tenants = await vendor.newTenants();
    let routed = schedule.routing;
    const route = (): number => {
      // A linear congruential generator: the same requests meet the same replicas in a replay.
      routed = (routed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return routed >> 16;
    };
    const devices: ChaosDevice[] = [];
    const world = new World(vendor, tenants, devices, route);
    vendor.proxy.onSent = (url, body) => {
      if (url.endsWith('/sync/push')) world.#remember(body);
    };
    for (const [at, who] of schedule.devices.entries()) {
      const person = tenants.people[who];
      if (!person) continue;
      devices.push(await world.newDevice(`device ${String(at + 1)} of ${person.name}`, who));
    }
    return world;
  }

  /** A device as it comes from the shop, its person signed in. */
  async newDevice(name: string, who: number): Promise<ChaosDevice> {
    const person = this.tenants.people[who];
    if (!person) throw new Error('nobody to have the device');
    const device = new ChaosDevice(name, person, {
      origin: this.vendor.proxy.origin,
      route: this.route,
      glance: (one) => this.#glance(one),
    });
    device.token = await this.vendor.signIn(person.userId);
    return device;
  }

  async end(): Promise<void> {
    this.vendor.proxy.onSent = () => undefined;
    await this.vendor.proxy.deliverLate();
    for (const device of this.devices) await device.restart();
  }

  /** The client takes whatever is thrown inside a request for a broken network: what is wrong is kept and said after the step. */
  async #glance(device: ChaosDevice): Promise<void> {
    try {
      await this.glances.take(device);
    } catch (thrown) {
      this.#seen ??= thrown;
    }
  }

  person(who: number): Session {
    const person = pickFrom(this.tenants.people, who);
    if (!person) throw new Error('a world without people');
    return person;
  }

  count(what: string): void {
    this.happened.set(what, (this.happened.get(what) ?? 0) + 1);
  }

  /** Throws what a glance found. */
  raise(): void {
    if (this.#seen !== null) throw this.#seen;
  }

  #remember(body: Buffer): void {
    const { clientId, mutations } = pushRequestSchema.parse(JSON.parse(body.toString('utf8')));
    for (const mutation of mutations) {
      const key = `${clientId} ${String(mutation.seq)}`;
      const known = this.sent.get(key) ?? [];
      if (!known.some((other) => JSON.stringify(other) === JSON.stringify(mutation))) {
        this.sent.set(key, [...known, mutation]);
      }
    }
  }
}
