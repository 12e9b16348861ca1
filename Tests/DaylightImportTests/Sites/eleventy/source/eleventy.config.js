export default function (c) { return { dir: { input: "src" } }; }
