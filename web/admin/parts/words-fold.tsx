import type { Child } from 'hono/jsx';
import { typed } from '../form.js';
import type { Visit } from '../page.js';
import { Fold } from './fold.js';

interface Asking {
  visit: Visit;
  act: string;
  label: string;
  /** What the one field asks for, how it is named in the form, and how much it takes. */
  asks: string;
  name?: string;
  most: number;
  isOptional?: boolean;
  hint?: string;
  /** The button's word where it is not the fold's. */
  button?: string;
  children?: Child;
}

/** A fold that asks for one line of words and sends it. */
export function WordsFold({ name = 'words', ...asking }: Asking) {
  const { visit, act, label, asks, most, isOptional = false, hint, button = label, children } = asking;
  return (
    <Fold visit={visit} act={act} label={label}>
      {children}
      <label>
        {asks}
        <input
          name={name}
          required={!isOptional}
          maxlength={most}
          value={typed(visit, act, name)}
          autocomplete="off"
        />
      </label>
      {hint === undefined ? null : <p class="fine">{hint}</p>}
      <button name="act" value={act} class="primary">
        {button}
      </button>
    </Fold>
  );
}
