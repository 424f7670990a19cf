import classes from './choice-cards.module.css';

interface ChoiceCardsProps<T extends string> {
  name: string;
  label: string;
  value: T;
  onChange: (value: T) => void;
  choices: readonly { value: T; label: string; sketch?: string }[];
}

/** Radio buttons that show what they do. */
export function ChoiceCards<T extends string>({ name, label, value, onChange, choices }: ChoiceCardsProps<T>) {
  return (
    <div role="radiogroup" aria-label={label} className={classes.group}>
      {choices.map((choice) => (
        <label key={choice.value} className={classes.card}>
          {choice.sketch && (
            <span className={classes.sketch} data-sketch={choice.sketch} aria-hidden>
              <span /><span /><span /><span />
            </span>
          )}
          <span className={classes.choice}>
            <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
            {choice.label}
          </span>
        </label>
      ))}
    </div>
  );
}
