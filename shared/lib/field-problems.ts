import type { z } from 'zod';

/** What is wrong with one field of a form, without words: the screen says it in the person's language. */
export type FieldProblem =
  | { readonly type: 'required' }
  | { readonly type: 'too-long'; readonly max: number; readonly length: number }
  | { readonly type: 'invalid' };

export type FieldProblems<Field extends string> = Readonly<Partial<Record<Field, FieldProblem>>>;

/** The first problem of each top-level field of `typed`, from the issues its schema found. An empty field is `required`, whatever the schema calls it. */
export function fieldProblems<Field extends string>(
  issues: readonly z.core.$ZodIssue[],
  typed: Readonly<Record<Field, string>>,
): FieldProblems<Field> {
  const problems: Partial<Record<Field, FieldProblem>> = {};
  for (const issue of issues) {
    const field = issue.path[0] as Field;
    problems[field] ??= problemOf(issue, typed[field] ?? '');
  }
  return problems;
}

export function problemOf(issue: z.core.$ZodIssue, typed: string): FieldProblem {
  if (typed.trim() === '') return { type: 'required' };
  if (issue.code === 'too_big') return { type: 'too-long', max: Number(issue.maximum), length: typed.length };
  return { type: 'invalid' };
}
