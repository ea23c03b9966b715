import { describe, expect, it } from 'vitest';
import type { Message } from '#shared/domain/conversation/message';
import { readMarkId, type ReadMark } from '#shared/domain/conversation/read-mark';
import { inOrder, newestReceived, unreadCounts, unreadOf } from './unread';

const about = { type: 'quote', id: 'q1' } as const;
const at = (minute: number): string => `2026-03-10T10:${String(minute).padStart(2, '0')}:00.000Z`;

const aMessage = (changes: Partial<Message> = {}): Message => ({
  id: 'm1',
  partnerId: 'p1',
  about,
  authorId: 'channel-1',
  authorName: 'Nora',
  side: 'vendor',
  text: 'Yes',
  mentions: [],
  attachments: [],
  capturedAt: at(0),
  receivedAt: at(0),
  ...changes,
});
const aMark = (upTo: string, userId = 'rep-1'): ReadMark => ({
  id: readMarkId(userId, about),
  partnerId: 'p1',
  userId,
  about,
  upTo,
});

describe('OPP-6 what somebody has not read', () => {
  it('is what others wrote after their mark, by conversation', () => {
    const messages = [
      aMessage({ id: 'read', receivedAt: at(1) }),
      aMessage({ id: 'new', receivedAt: at(2) }),
      aMessage({ id: 'own', receivedAt: at(3), authorId: 'rep-1' }),
      aMessage({ id: 'elsewhere', about: { type: 'order', id: 'q1' }, receivedAt: at(1) }),
    ];
    expect([...unreadCounts(messages, [aMark(at(1))], 'rep-1')]).toEqual([
      ['quote:q1', 1],
      ['order:q1', 1],
    ]);
  });

  it('counts everything without a mark, and nothing by the mark of somebody else', () => {
    expect(unreadCounts([aMessage()], [aMark(at(9), 'rep-9')], 'rep-1').get('quote:q1')).toBe(1);
  });

  it('SY-11 what the server has not received counts for nobody, whatever the clock of the device says', () => {
    const waiting = aMessage({ receivedAt: null, capturedAt: at(59), authorId: 'manager-1' });
    expect(unreadCounts([waiting], [], 'rep-1').size).toBe(0);
  });

  it('compares instants, however they are written', () => {
    const message = aMessage({ receivedAt: '2026-03-10T10:05:00Z' });
    expect(unreadCounts([message], [aMark('2026-03-10T10:05:00.000Z')], 'rep-1').size).toBe(0);
  });

  it('is marked in a list at the records of that list alone, whatever their ids look like', () => {
    const counts = unreadCounts(
      [
        aMessage({ about: { type: 'order', id: 'quote:1' } }),
        aMessage({ about: { type: 'quote', id: 'order:1' } }),
        aMessage({ id: 'm2', about: { type: 'quote', id: 'order:1' } }),
      ],
      [],
      'rep-1',
    );
    expect([...unreadOf(counts, 'quote')]).toEqual([['order:1', 2]]);
    expect([...unreadOf(counts, 'lead')]).toEqual([]);
  });
});

describe('OPP-6 the order of a conversation', () => {
  it('is that in which the server received it; what waits comes last, as it was written', () => {
    const messages = [
      aMessage({ id: 'waits-2', receivedAt: null, capturedAt: at(9) }),
      aMessage({ id: 'waits-1', receivedAt: null, capturedAt: at(1) }),
      aMessage({ id: 'second', receivedAt: at(5), capturedAt: at(0) }),
      aMessage({ id: 'first', receivedAt: at(2), capturedAt: at(8) }),
    ];
    expect(inOrder(messages).map(({ id }) => id)).toEqual(['first', 'second', 'waits-1', 'waits-2']);
    expect(newestReceived(messages)).toBe(at(5));
    expect(newestReceived([aMessage({ receivedAt: null })])).toBeUndefined();
  });
});
