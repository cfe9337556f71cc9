// DuckDB as a contender of the benchmarks: takes one request a line (JSON), answers one line each.
import { createInterface } from "node:readline";
import { DuckDBInstance } from "@duckdb/node-api";

const [database, memory] = process.argv.slice(2);
const instance = await DuckDBInstance.create(database, {
  threads: "2",
  memory_limit: memory,
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
});
const connection = await instance.connect();
await connection.run("SET integer_division = true");

const answer = (value) => process.stdout.write(JSON.stringify(value) + "\n");
for await (const line of createInterface({ input: process.stdin })) {
  const { statements, each } = JSON.parse(line);
  try {
    const [cpu, start, times] = [process.cpuUsage(), process.hrtime.bigint(), []];
    let rows = [];
    for (const statement of statements) {
      const begun = process.hrtime.bigint();
      rows = (await connection.runAndReadAll(statement)).getRowsJson();
      times.push(Number(process.hrtime.bigint() - begun) / 1e6);
    }
    const wallMs = Number(process.hrtime.bigint() - start) / 1e6;
    const used = process.cpuUsage(cpu);
    answer({ wallMs, cpuMs: (used.user + used.system) / 1e3, rows, times: each ? times : [] });
  } catch (failure) {
    answer({ failure: failure.message });
  }
}
connection.closeSync();
