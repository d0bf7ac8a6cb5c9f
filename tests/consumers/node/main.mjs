import { compare, load } from 'wiremark';

const { draft, wire } = JSON.parse(process.argv[2]);
const core = await load({ worker: true, model: true });
console.log(JSON.stringify(await compare([wire, draft])));
core.dispose();
