import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { RuleSetKind } from '#shared/domain/rules/facts';
import type { RuleSetContent } from '#shared/domain/rules/rule-set';
import {
  benchRulesSchema,
  benchSchema,
  checkedRulesSchema,
  checkRulesSchema,
  putRuleSetSchema,
  ruleSetParamsSchema,
  ruleSetSchema,
} from '#shared/protocol/vendor-rules';
import { ApiFailure, errorResponses } from '../../http/api-failure';
import { isNestedDeeper } from '../../http/nesting';
import { sessionOf, signedInAs } from '../../http/signed-in';
import type { RuleService } from './service';

/** Conditions may be eight deep (shared/domain/rules/condition.ts), each with its list, in the rules of a content. */
const deepestNesting = 40;

/** GET and PUT /api/v1/vendor/rules/{kind}, POST check and bench: see shared/protocol/vendor-rules.ts. */
export const ruleRoutes: FastifyPluginAsyncZod<{ rules: RuleService }> = async (app, { rules }) => {
  // What is deeper cannot be looked through.
  app.addHook('preValidation', async ({ body }) => {
    if (isNestedDeeper(body, deepestNesting))
      throw new ApiFailure('bad-request', 'The request is nested too deep');
  });
  const params = ruleSetParamsSchema;
  const response = { 200: ruleSetSchema, ...errorResponses };

  app.get(
    '/vendor/rules/:kind',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: { summary: 'A rule set with all its versions', params, response },
    },
    async (request, reply) =>
      reply.header('cache-control', 'no-store').send(await rules.find(request.params.kind)),
  );

  app.put(
    '/vendor/rules/:kind',
    {
      onRequest: signedInAs('admin'),
      schema: { summary: 'The next version of a rule set', params, body: putRuleSetSchema, response },
    },
    async (request) => {
      const { kind } = request.params;
      const put = await rules.put(sessionOf(request), kind, {
        ...request.body,
        ...ofKind(kind, request.body),
      });
      if (!put.ok) throw new ApiFailure('conflict', 'Somebody made another version meanwhile');
      return put.value;
    },
  );

  app.post(
    '/vendor/rules/:kind/check',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'What is odd about a draft of rules',
        params,
        body: checkRulesSchema,
        response: { 200: checkedRulesSchema, ...errorResponses },
      },
    },
    async (request) => rules.check(ofKind(request.params.kind, request.body).content),
  );

  app.post(
    '/vendor/rules/:kind/bench',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'What a draft of rules would have decided',
        params,
        body: benchRulesSchema,
        response: { 200: benchSchema, ...errorResponses },
      },
    },
    async (request) => rules.bench({ ...request.body, ...ofKind(request.params.kind, request.body) }),
  );
};

function ofKind(kind: RuleSetKind, { content }: { readonly content: RuleSetContent }) {
  if (content.kind === kind) return { content };
  throw new ApiFailure('bad-request', 'These are rules of another kind', [
    { path: 'content.kind', message: `must be ${kind}` },
  ]);
}
