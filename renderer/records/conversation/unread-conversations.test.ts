import { describe, expect, it } from 'vitest';
import type { Message } from '#shared/domain/conversation/message';
import { unreadConversations } from './unread-conversations';

const aMessage = (changes: Partial<Message>): Message => ({
  id: 'm1',
  partnerId: 'p1',
  about: { type: 'quote', id: 'q1' },
  authorId: 'vendor',
  authorName: 'Vera',
  side: 'vendor',
  text: 'Hello',
  mentions: [],
  attachments: [],
  capturedAt: '2026-11-20T09:00:00.000Z',
  receivedAt: '2026-11-20T09:00:01.000Z',
  ...changes,
});
const unread = (messages: Message[], upTo?: string, mine = true) =>
  unreadConversations({
    messages,
    marks:
      upTo === undefined
        ? []
        : [{ id: 'r', partnerId: 'p1', userId: 'anna', about: { type: 'quote', id: 'q1' }, upTo }],
    userId: 'anna',
    isMine: () => mine,
  });

describe('OPP-6 what a person has not read', () => {
  it('is what others wrote after the mark; one conversation is one line', () => {
    const messages = [
      aMessage({}),
      aMessage({ id: 'm2', receivedAt: '2026-11-21T09:00:00.000Z', text: 'Again' }),
      aMessage({ id: 'm3', receivedAt: '2026-11-22T09:00:00.000Z', text: 'Last' }),
    ];
    expect(unread(messages, '2026-11-20T09:00:01.000Z')).toMatchObject([
      { count: 2, last: { text: 'Last' } },
    ]);
    expect(unread(messages, '2026-11-22T09:00:00.000Z')).toEqual([]);
  });
  it('is not what one wrote oneself', () => expect(unread([aMessage({ authorId: 'anna' })])).toEqual([]));
  it("of others' records only where one is named or takes part", () => {
    expect(unread([aMessage({})], undefined, false)).toEqual([]);
    expect(unread([aMessage({ mentions: ['anna'] })], undefined, false)).toHaveLength(1);
  });
});
