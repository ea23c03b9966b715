import { describe, expect, it } from 'vitest';
import { aSession } from '../sync/builders.test-kit';
import { Device } from '../sync/device.test-kit';
import { ReferenceServer } from '../sync/reference-server.test-kit';
import { addAttachment, keepDraft } from './attachments';

const bytes = new TextEncoder().encode('a plan');

async function aDevice() {
  const server = new ReferenceServer(aSession());
  const device = new Device(aSession(), (path, init) => Promise.resolve(server.handle(path, init)));
  const db = await device.db();
  const attach = async (messageId: string) => {
    const owner = { type: 'message', id: messageId } as const;
    const added = await addAttachment(db, device.now, owner, { name: 'plan.txt', bytes });
    if (!added.ok) throw new Error(added.error.type);
    return added.value;
  };
  const ownerOf = async (id: string) => (await db.attachments.get(id))?.owner.id;
  return { db, attach, ownerOf };
}

describe('OPP-6 a file attached while the message before was being sent', () => {
  it('goes with the next message; what the message before named stays with it', async () => {
    const { db, attach, ownerOf } = await aDevice();
    const [sent, next] = [await attach('m1'), await attach('m1')];
    await db.attachments.update(sent.id, { named: true });
    const draft = { key: 'k', messageId: 'm2', text: '', mentions: [], attachments: [sent, next] };
    expect(await keepDraft(db, draft)).toEqual({ ok: true, value: undefined });
    expect([await ownerOf(sent.id), await ownerOf(next.id)]).toEqual(['m1', 'm2']);
    expect(await db.drafts.get('k')).toEqual(draft);
  });

  it('a draft with nothing in it any more is none', async () => {
    const { db } = await aDevice();
    const draft = { key: 'k', messageId: 'm1', text: 'x', mentions: [], attachments: [] };
    await keepDraft(db, draft);
    expect(await db.drafts.count()).toBe(1);
    await keepDraft(db, { ...draft, text: '' });
    expect(await db.drafts.count()).toBe(0);
  });
});
