// Which files does a test name? A certificate, the key that belongs to it and one that does not, made for tests and used nowhere.

function pem(kind: string, lines: readonly string[]): string {
	return [
		`-----BEGIN ${kind}-----`,
		...lines,
		`-----END ${kind}-----`,
		"",
	].join("\n");
}

export const certificates = {
	cert: pem("CERTIFICATE", [
		"MIIBdTCCARugAwIBAgIUHC3dESC/zLaJjUs0YD0CHXkPrikwCgYIKoZIzj0EAwIw",
		"DzENMAsGA1UEAwwEdGVzdDAgFw0yNjExMjEwMzU3MTRaGA8yMTI2MTAyODAzNTcx",
		"NFowDzENMAsGA1UEAwwEdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABHzu",
		"i3/MTnn4EHf+YBUs508+wIrk11g09Dhew4es3+RNdOJHGOyG4RI082f5QhdU4eYk",
		"lCgALEDggT7czq7iE7WjUzBRMB0GA1UdDgQWBBSX+pqaYsgcGqJZDNcmxpSLp6hu",
		"XjAfBgNVHSMEGDAWgBSX+pqaYsgcGqJZDNcmxpSLp6huXjAPBgNVHRMBAf8EBTAD",
		"AQH/MAoGCCqGSM49BAMCA0gAMEUCIHYzmjHy3ezD1AxP8/gUZRVz52VkrGt98XQk",
		"4AWpxgkUAiEAoSwWqJDS22au7G1EdQaU4WuL3lVQrpxAaCVgJJMICqs=",
	]),
	key: pem("PRIVATE KEY", [
		"MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgXy9mDtWkNRVpVreq",
		"XTcFi6fzKAELipO58ouAUOpEKX6hRANCAAR87ot/zE55+BB3/mAVLOdPPsCK5NdY",
		"NPQ4XsOHrN/kTXTiRxjshuESNPNn+UIXVOHmJJQoACxA4IE+3M6u4hO1",
	]),
	otherKey: pem("PRIVATE KEY", [
		"MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgUkkRc6q39ODWeNix",
		"m5PfPsD8K9R8QjK2xapc8FioMpKhRANCAASRqgHGpyOalnu2MHFZmddmd4i5tffp",
		"IaS/DxHJ3yU07e6MS1QKfjmahqUB1pVQ3VdPT2abqUN1IOyNQfnpcafR",
	]),
};
