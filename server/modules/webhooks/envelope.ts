import { cloudEventType } from '#shared/protocol/vendor-webhooks';

export interface EventToTell {
  readonly id: string;
  readonly seq: number;
  readonly type: string;
  readonly partnerId: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly at: Date;
  readonly data: object;
}

export const eventSource = 'urn:fieldquote:vendor';

/** The body: a CloudEvents 1.0 JSON envelope. `sequence` grows with time and so orders what came by different ways. */
export const envelopeOf = ({ id, seq, type, partnerId, subject, actor, at, data }: EventToTell): string =>
  JSON.stringify({
    specversion: '1.0',
    id,
    source: eventSource,
    type: cloudEventType(type),
    subject: `${subject.type}/${subject.id}`,
    time: at.toISOString(),
    datacontenttype: 'application/json',
    sequence: String(seq).padStart(16, '0'),
    data: { ...data, partnerId, actor },
  });
