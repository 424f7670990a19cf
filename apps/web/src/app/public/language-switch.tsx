import { useTranslation } from 'react-i18next';
import { setLanguage } from '../../i18n/index.ts';
import classes from './language-switch.module.css';

const LANGUAGES = [{ id: 'en', name: 'English' }, { id: 'fr', name: 'Français' }] as const;

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <div role="group" aria-label={t('language')} className={classes.group}>
      {LANGUAGES.map(({ id, name }) => (
        <button key={id} type="button" lang={id} className={classes.button} aria-pressed={i18n.language === id} onClick={() => void setLanguage(id)}>
          {name}
        </button>
      ))}
    </div>
  );
}
