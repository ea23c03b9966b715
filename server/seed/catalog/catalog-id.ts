export const catalogId = 'halden';
