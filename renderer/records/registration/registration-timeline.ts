import type { RegistrationRequest } from '#shared/domain/deal/registration-request';

export interface RegistrationEvent {
  readonly key: string;
  readonly kind:
    | 'captured'
    | 'received'
    | 'appealed'
    | 'granted'
    | 'refused'
    | 'withdrawn'
    | 'extension-asked'
    | 'extended'
    | 'not-extended'
    | 'conflict-opened'
    | 'conflict-answered'
    | 'conflict-kept'
    | 'conflict-lost'
    | 'conflict-shared'
    | 'transferred'
    | 'revoked';
  /** Instant: of the device for what the partner did, of the server for what the vendor did (SY-11). */
  readonly at: string;
  /** The partner's person by id, or the vendor's by name; null: not known or said elsewhere. */
  readonly by: { readonly personId: string } | { readonly name: string } | null;
  readonly text: string;
}

/** What happened with a request, oldest first. */
export function registrationEvents(request: RegistrationRequest): readonly RegistrationEvent[] {
  const { capturedAt, receivedAt, appeals, decision, state, updatedAt, ownerId } = request;
  const event = (fields: Omit<RegistrationEvent, 'text' | 'by'> & Partial<RegistrationEvent>) => ({
    by: null,
    text: '',
    ...fields,
  });
  const later: RegistrationEvent[] = appeals.map(({ by, at, text }, index) =>
    event({ key: `appeal ${String(index)}`, kind: 'appealed', at, by: { personId: by }, text }),
  );
  if (decision) {
    const kind = decision.refusal === null ? 'granted' : 'refused';
    later.push(
      event({ key: 'decision', kind, at: decision.at, by: { name: decision.by }, text: decision.comment }),
    );
  }
  later.push(...extensionEvents(request), ...conflictEvents(request), ...endEvents(request));
  return [
    event({ key: 'captured', kind: 'captured', at: capturedAt, by: { personId: ownerId } }),
    // Its own clock: a device that runs ahead must not put the vendor's receipt before the capture.
    ...(receivedAt === null ? [] : [event({ key: 'received', kind: 'received', at: receivedAt })]),
    ...later.toSorted((a, b) => a.at.localeCompare(b.at)),
    ...(state === 'withdrawn' ? [event({ key: 'withdrawn', kind: 'withdrawn', at: updatedAt })] : []),
  ];
}

function extensionEvents({ extension }: RegistrationRequest): RegistrationEvent[] {
  if (!extension) return [];
  const { by, askedAt, reason, decision } = extension;
  const asked: RegistrationEvent = {
    key: 'extension',
    kind: 'extension-asked',
    at: askedAt,
    by: { personId: by },
    text: reason,
  };
  if (!decision) return [asked];
  const kind = decision.until === null ? 'not-extended' : 'extended';
  const { at, comment: text } = decision;
  return [asked, { key: 'extension decision', kind, at, by: { name: decision.by }, text }];
}

function conflictEvents({ conflict }: RegistrationRequest): RegistrationEvent[] {
  if (!conflict) return [];
  const { openedAt, statement, outcome } = conflict;
  return [
    { key: 'conflict', kind: 'conflict-opened', at: openedAt, by: null, text: '' },
    ...(statement
      ? [
          {
            key: 'statement',
            kind: 'conflict-answered' as const,
            at: statement.at,
            by: { personId: statement.by },
            text: statement.text,
          },
        ]
      : []),
    ...(outcome
      ? [
          {
            key: 'outcome',
            kind: `conflict-${outcome.result}` as const,
            at: outcome.at,
            by: { name: outcome.by },
            text: outcome.comment,
          },
        ]
      : []),
  ];
}

const endEvents = ({ ended }: RegistrationRequest): RegistrationEvent[] =>
  ended ? [{ key: 'ended', kind: ended.why, at: ended.at, by: { name: ended.by }, text: ended.comment }] : [];
