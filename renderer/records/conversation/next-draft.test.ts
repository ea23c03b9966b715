import { describe, expect, it } from 'vitest';
import type { DraftRow } from '../../db/rows';
import { nextDraft } from './next-draft';

const file = (id: string) => ({ id, name: `${id}.pdf`, mediaType: 'application/pdf', size: 1, sha256: id });
const draft = (text: string, attachments: string[] = []): DraftRow => ({
  key: 'opportunity:o1',
  messageId: 'm1',
  text,
  mentions: [{ id: 'p1', name: 'Ada' }],
  attachments: attachments.map(file),
});
const sent = (text: string, attachments: string[] = []) => ({
  id: 'm1',
  text,
  attachments: attachments.map(file),
});

describe('OPP-6 what is written while the message before is being sent', () => {
  it('nothing more: the next message is empty', () => {
    expect(nextDraft(draft(' Hello \n'), sent('Hello'), 'm2')).toMatchObject({ messageId: 'm2', text: '' });
  });

  it('typed on, begins the next message, with who was named', () => {
    expect(nextDraft(draft('Hello\n@Ada and more'), sent('Hello'), 'm2')).toMatchObject({
      text: '@Ada and more',
      mentions: [{ id: 'p1' }],
    });
  });

  it('a text changed inside stays whole', () => {
    expect(nextDraft(draft('Well, hello'), sent('Hello'), 'm2').text).toBe('Well, hello');
  });

  it('after files without words, everything typed is the next message', () => {
    expect(nextDraft(draft('And this', ['f1', 'f2']), sent('', ['f1']), 'm2')).toMatchObject({
      text: 'And this',
      attachments: [{ id: 'f2' }],
    });
  });
});
