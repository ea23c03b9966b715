import type { Session } from '#shared/protocol/session';
import type { OutboxRow } from '../../renderer/db/rows';

/** A piece of work that a device called saved. */
export interface Acknowledged {
  readonly editId: string;
  readonly name: string;
  readonly args: unknown;
  readonly device: string;
  readonly person: Session;
  /** What was typed in it, by the marks that tell one text from another. */
  readonly marks: readonly string[];
}

/** What people were told is saved: all that must not be lost. */
export class Ledger {
  #work: Acknowledged[] = [];
  /** Marks that somebody who saw them took out again. */
  readonly #takenOut = new Set<string>();
  readonly #givenUp = new Set<string>();
  #marks = 0;

  /** A text that occurs nowhere else. */
  newMark(): string {
    this.#marks += 1;
    return `mark${String(this.#marks)}.`;
  }

  /** All that was acknowledged and that its person did not give up since. */
  get work(): readonly Acknowledged[] {
    return this.#work.filter(({ editId }) => !this.#givenUp.has(editId));
  }

  /** `before` and `after`: what the window showed of all records. */
  acknowledge(
    device: string,
    person: Session,
    { editId, name, args }: Pick<OutboxRow, 'editId' | 'name' | 'args'>,
    before: string,
    after: string,
  ): void {
    this.#work.push({ editId, name, args, device, person, marks: marksIn(JSON.stringify(args)) });
    const left = new Set(marksIn(after));
    for (const mark of marksIn(before)) if (!left.has(mark)) this.#takenOut.add(mark);
  }

  /** Its person decided that it is not to be done, or sent it again as other work. */
  giveUp(editIds: readonly string[]): void {
    for (const editId of editIds) this.#givenUp.add(editId);
  }

  /** The work is known by another edit id from now on. */
  rename(names: ReadonlyMap<string, string>): void {
    this.#work = this.#work.map((work) => ({ ...work, editId: names.get(work.editId) ?? work.editId }));
  }

  /** Whether somebody changed or removed the text knowingly. */
  isTakenOut(mark: string): boolean {
    return this.#takenOut.has(mark);
  }
}

export const marksIn = (text: string): string[] => [...text.matchAll(/mark\d+\./g)].map(([mark]) => mark);
