// Why can this store not be used at all? A sentence for whoever starts the program, with what to do about it.

export class StoreRefusal extends Error {
	constructor(sentence: string) {
		super(sentence);
		this.name = "StoreRefusal";
	}
}
