/** 97.5th percentile of the normal distribution: an interval of 95 %. */
const z = 1.959964;

/**
 * Where the share of "no" votes lies with 95 % confidence (E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", Journal of the American Statistical Association 22, 1927). Without votes it can be anything.
 */
export function wilsonInterval(no: number, votes: number): [lower: number, upper: number] {
	if (votes === 0) return [0, 1];
	const share = no / votes;
	const centre = share + z ** 2 / (2 * votes);
	const margin = z * Math.sqrt((share * (1 - share)) / votes + z ** 2 / (4 * votes ** 2));
	const scale = 1 + z ** 2 / votes;
	return [Math.max(0, (centre - margin) / scale), Math.min(1, (centre + margin) / scale)];
}
