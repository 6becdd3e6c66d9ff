// What does one gauge come to within the cell that is being put together? Its worst, and its mean over the readings.
import type { Cells } from "./cells.ts";
import { type AgeSign, ageCode, ageOf } from "./columns.ts";

export class Gathered {
	readonly #sign: AgeSign;
	#worst = Number.NaN;
	#sum = 0;
	#weight = 0;
	#code = Number.NaN;
	#isConstant = true;

	constructor(sign: AgeSign) {
		this.#sign = sign;
	}

	begin(): void {
		this.#worst = Number.NaN;
		this.#sum = 0;
		this.#weight = 0;
		this.#code = Number.NaN;
		this.#isConstant = true;
	}

	add(peak: number, mean: number, last: number, cells: Cells, i: number): void {
		if (Number.isNaN(peak)) return;
		const sign = this.#sign;
		if (this.#weight === 0) this.#code = peak;
		if (peak !== this.#code || mean !== this.#code || last !== this.#code)
			this.#isConstant = false;
		const isAge = sign !== 0;
		const value = isAge ? ageOf(peak, cells.seconds[i] ?? 0, sign) : peak;
		const usual = isAge ? ageOf(mean, cells.middles[i] ?? 0, sign) : mean;
		const isWorse = sign === -1 ? value < this.#worst : value > this.#worst;
		if (Number.isNaN(this.#worst) || isWorse) this.#worst = value;
		const weight = cells.readings[i] ?? 0;
		this.#sum += usual * weight;
		this.#weight += weight;
	}

	peak(atSeconds: number): number {
		if (this.#weight === 0 || this.#isConstant) return this.#code;
		return this.#sign === 0
			? this.#worst
			: ageCode(Math.round(this.#worst), atSeconds, this.#sign);
	}

	mean(middle: number): number {
		if (this.#weight === 0 || this.#isConstant) return this.#code;
		const mean = this.#sum / this.#weight;
		return this.#sign === 0
			? mean
			: ageCode(Math.round(mean), Math.round(middle), this.#sign);
	}
}
