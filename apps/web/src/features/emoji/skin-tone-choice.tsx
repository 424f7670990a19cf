import { useTranslation } from 'react-i18next';
import classes from './emoji-picker.module.css';

/** By the number of the preference. */
const HANDS = ['✋', '✋🏻', '✋🏼', '✋🏽', '✋🏾', '✋🏿'];

/** The skin tones as hands, one of which is chosen. */
export function SkinToneChoice({ tone, onChoose }: { tone: number; onChoose: (tone: number) => void }) {
  const { t } = useTranslation('emoji');
  return (
    <fieldset className={classes.tones}>
      <legend className="pv-visually-hidden">{t('skinTone')}</legend>
      {HANDS.map((hand, index) => (
        <label key={hand} className={classes.tone}>
          <input type="radio" name="skin-tone" className="pv-visually-hidden" checked={index === tone} onChange={() => onChoose(index)} aria-label={t(`tones.${index}`)} />
          <span aria-hidden>{hand}</span>
        </label>
      ))}
    </fieldset>
  );
}
