import { useTranslation } from 'react-i18next';
import en from '../../i18n/locales/en/attention.json';

type KnownField = keyof typeof en.field;

/** A field's name on screen; a field of a newer version keeps its own. */
export function useFieldName(): (name: string) => string {
  const { t } = useTranslation('attention');
  return (name) => (Object.hasOwn(en.field, name) ? t(`field.${name as KnownField}`) : name);
}
