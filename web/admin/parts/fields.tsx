import type { Child } from 'hono/jsx';
import type { Unit } from '../../../store/units.js';
import { typed } from '../form.js';
import type { Visit } from '../page.js';

interface Field {
  visit: Visit;
  act: string;
  name: string;
  label: string;
  before?: string;
  isOptional?: boolean;
}

/** One line of words. */
export function TextField({ most, hint, ...field }: Field & { most: number; hint?: string }) {
  return (
    <label>
      {field.label}
      <input
        name={field.name}
        value={typed(field.visit, field.act, field.name, field.before)}
        required={!field.isOptional}
        maxlength={most}
        autocomplete="off"
        placeholder={hint}
      />
    </label>
  );
}

/** A unit by its code, out of the list that UnitCodes puts on the page. */
export function UnitField({ visit, act, name, label, before, isOptional = false }: Field) {
  return (
    <label>
      {label}
      <input
        name={name}
        value={typed(visit, act, name, before)}
        required={!isOptional}
        maxlength={60}
        list="codes"
        autocomplete="off"
      />
    </label>
  );
}

/** More than these nobody picks out of a list: the code is typed. */
const mostOffered = 500;

/** What the fields for units offer. */
export function UnitCodes({ units }: { units: readonly Unit[] }) {
  return (
    <datalist id="codes">
      {units.slice(0, mostOffered).map(({ code, name }) => (
        <option value={code}>{name}</option>
      ))}
    </datalist>
  );
}

/** One of a few. */
export function Choice({
  visit,
  act,
  name,
  label,
  before,
  options,
}: Field & { options: readonly { value: string; label: string }[] }) {
  const chosen = typed(visit, act, name, before);
  return (
    <label>
      {label}
      <select name={name}>
        {options.map((one) => (
          <option value={one.value} {...(one.value === chosen ? { selected: true } : {})}>
            {one.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A day of the calendar. */
export function DayField({ visit, act, name, label, before, isOptional = false }: Field) {
  return (
    <label>
      {label}
      <input type="date" name={name} value={typed(visit, act, name, before)} required={!isOptional} />
    </label>
  );
}

/** A form of one button. What it is about stands in `fields`. */
export function ButtonForm({
  act,
  fields = {},
  tone = '',
  children,
}: {
  act: string;
  fields?: Record<string, string>;
  tone?: string;
  children: Child;
}) {
  return (
    <form method="post" class="inline">
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button name="act" value={act} class={tone}>
        {children}
      </button>
    </form>
  );
}
