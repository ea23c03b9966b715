import { describe, expect, it } from 'vitest';
import { pushSlots, type PushLimits } from './push-slots';

const limits: PushLimits = {
  atOnce: 3,
  atOncePerPartner: 2,
  waiting: 3,
  waitingPerPartner: 2,
  longestWaitMs: 60_000,
  bytes: 100,
};

/** Work that ends when it is told to. */
function started(slots: ReturnType<typeof pushSlots>, partnerId: string) {
  let finish: () => void = () => undefined;
  let isWorking = false;
  const done = slots.run(
    partnerId,
    () =>
      new Promise<void>((resolve) => {
        isWorking = true;
        finish = resolve;
      }),
  );
  return { done, finish: () => finish(), isWorking: () => isWorking };
}
/** Everything that is ready to go on has done so. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('places for pushes', () => {
  it('let one partner’s wait for each other, and others pass', async () => {
    const slots = pushSlots(limits);
    const [first, second, third] = ['a', 'a', 'a'].map((partner) => started(slots, partner));
    const other = started(slots, 'b');
    await settled();
    expect([first, second, third, other].map((one) => one?.isWorking())).toEqual([true, true, false, true]);
    first?.finish();
    await first?.done;
    await settled();
    expect(third?.isWorking()).toBe(true);
  });

  it('turn away what is too much, with a time to come again', async () => {
    const slots = pushSlots(limits);
    for (const partner of ['a', 'a', 'a', 'a']) started(slots, partner).done.catch(() => undefined);
    await expect(started(slots, 'a').done).rejects.toMatchObject({ type: 'too-many-requests' });
    const turnedAway = await started(slots, 'a').done.catch((error: unknown) => error);
    expect((turnedAway as { retryAfter: number }).retryAfter).toBeGreaterThanOrEqual(1);
    started(slots, 'b').done.catch(() => undefined);
    started(slots, 'c').done.catch(() => undefined);
    await expect(started(slots, 'd').done).rejects.toMatchObject({ type: 'too-many-requests' });
  });

  it('turn away what has waited too long, and forget it', async () => {
    const slots = pushSlots({ ...limits, atOnce: 1, longestWaitMs: 5 });
    const working = started(slots, 'a');
    await expect(started(slots, 'b').done).rejects.toMatchObject({ type: 'too-many-requests' });
    working.finish();
    await working.done;
    const next = started(slots, 'c');
    await settled();
    expect(next.isWorking()).toBe(true);
  });

  it('are free again after work that failed', async () => {
    const slots = pushSlots({ ...limits, atOnce: 1 });
    const fail = () => Promise.reject(new Error('no luck'));
    await expect(slots.run('a', fail)).rejects.toThrow('no luck');
    expect(await slots.run('a', () => Promise.resolve('passed'))).toBe('passed');
  });

  it('hold only so many bytes, but always one request', () => {
    const slots = pushSlots(limits);
    const large = slots.makeRoom(1_000);
    expect(() => slots.makeRoom(1)).toThrow('Too many send at once');
    large();
    large();
    const [some] = [slots.makeRoom(60), slots.makeRoom(40)];
    expect(() => slots.makeRoom(1)).toThrow('Too many send at once');
    some?.();
    expect(slots.makeRoom(60)).toBeTypeOf('function');
  });
});
