import canonicalize from 'canonicalize';

/** One text for what is the same: RFC 8785, an absent value as "". */
export const canonical = (value: unknown): string => (value === undefined ? '' : (canonicalize(value) ?? ''));
