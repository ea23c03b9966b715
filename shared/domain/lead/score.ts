import type { Criterion } from './criteria';

type Answers = Readonly<Record<string, string>>;

const chosenIn = ({ id, options }: Criterion, answers: Answers) =>
  options.find((option) => Object.hasOwn(answers, id) && option.id === answers[id]);

/** OPP-3: the first answer that is of none of these criteria, or none of its criterion's options; its criterion's id. */
export const unknownAnswer = (criteria: readonly Criterion[], answers: Answers): string | undefined =>
  Object.keys(answers).find((id) => {
    const criterion = criteria.find((each) => each.id === id);
    return criterion === undefined || chosenIn(criterion, answers) === undefined;
  });

/** OPP-3: the ids of the required criteria that have no answer. */
export const missingAnswers = (criteria: readonly Criterion[], answers: Answers): readonly string[] =>
  criteria
    .filter((criterion) => criterion.required && chosenIn(criterion, answers) === undefined)
    .map(({ id }) => id);

/**
 * OPP-3: the points of the chosen options as a share of the most that could be had, a whole number from 0 to 100, halves upward. What is not
 * answered counts nothing; 0 where there is nothing to be had.
 */
export function scoreOf(criteria: readonly Criterion[], answers: Answers): number {
  const points = criteria.reduce((sum, criterion) => sum + (chosenIn(criterion, answers)?.points ?? 0), 0);
  const most = criteria.reduce(
    (sum, { options }) => sum + Math.max(0, ...options.map((option) => option.points)),
    0,
  );
  // Whole numbers all through: 200 points of 400 are exactly 50, and a half is met exactly.
  return most === 0 ? 0 : Math.floor((200 * points + most) / (2 * most));
}
