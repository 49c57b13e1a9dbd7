export interface QuotaSetting {
  /** Messages a month. */
  messages: number;
  groups: number;
  /** One operator says that what comes in counts too. */
  countsInbound: boolean;
}

const BASIC: QuotaSetting = { messages: 3_000, groups: 3, countsInbound: true };
const NONE: QuotaSetting = { messages: Infinity, groups: Infinity, countsInbound: true };
const ZONE_MS = 7 * 3_600_000;

/** `basic` is the free plan; a partial setting leaves the other limits off. */
export type QuotaOption = 'off' | 'basic' | Partial<QuotaSetting>;

/** The messages of the calendar month, as it is in Vietnam. */
export class Quota {
  #setting: QuotaSetting = NONE;
  #month = '';
  #used = 0;

  constructor(
    option: QuotaOption,
    private readonly now: () => number,
  ) {
    this.set(option);
  }

  set(option: QuotaOption): void {
    if (option === 'off') this.#setting = NONE;
    else this.#setting = option === 'basic' ? BASIC : { ...NONE, ...option };
  }

  get used(): number {
    this.#turnMonth();
    return this.#used;
  }

  get groups(): number {
    return this.#setting.groups;
  }

  get isExceeded(): boolean {
    return this.used >= this.#setting.messages;
  }

  count(direction: 'in' | 'out', amount = 1): void {
    this.#turnMonth();
    if (direction === 'out' || this.#setting.countsInbound) this.#used += amount;
  }

  #turnMonth(): void {
    const month = new Date(this.now() + ZONE_MS).toISOString().slice(0, 7);
    if (month === this.#month) return;
    this.#month = month;
    this.#used = 0;
  }
}
