import { Checkbox } from '@mantine/core';
import classes from './invited-places.module.css';

interface InvitedPlacesProps {
  label: string;
  /** What is said when there are none. */
  none?: string;
  places: readonly { id: string; label: string }[];
  value: string[];
  onChange: (ids: string[]) => void;
}

/** Where an invitation brings somebody: teams, or channels. */
export function InvitedPlaces({ label, none, places, value, onChange }: InvitedPlacesProps) {
  if (places.length === 0) return none === undefined ? null : <p className={classes.none}>{none}</p>;
  return (
    <Checkbox.Group label={label} value={value} onChange={onChange}>
      <div className={classes.list}>
        {places.map(({ id, label: name }) => <Checkbox key={id} value={id} label={name} />)}
      </div>
    </Checkbox.Group>
  );
}
