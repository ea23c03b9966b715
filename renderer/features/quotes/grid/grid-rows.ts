import { marginFigures } from '#shared/domain/pricing/margin-figures';
