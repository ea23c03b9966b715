import { z } from 'zod';
import { authorityTokenSchema, delegatedAuthoritySchema } from '../domain/approval/delegated-authority';

const names = { partnerName: z.string(), personName: z.string() };

/** GET /api/v1/vendor/authorities (channel, admin): every delegated authority (PR-62), those that end last first. */
export const vendorAuthorityListSchema = z.object({
  authorities: z.array(z.object({ authority: delegatedAuthoritySchema, ...names })),
});

/**
 * POST /api/v1/vendor/authorities (channel, admin): signs a delegated authority for a partner's person, who has it with the next pull. No
 * such person at that partner, or an end before the beginning: `bad-request`.
 */
export const issueAuthoritySchema = authorityTokenSchema
  .omit({ id: true })
  .refine(({ validFrom, validUntil }) => validFrom < validUntil, {
    path: ['validUntil'],
    message: 'must be after validFrom',
  });
export type IssueAuthority = z.infer<typeof issueAuthoritySchema>;

export const issuedAuthoritySchema = z.object({ authority: delegatedAuthoritySchema, ...names });
