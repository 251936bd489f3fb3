#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""usage: spark_extract.py PRESSGRAPH OUTPUT INPUT.jsonl... [--master MASTER] [--partitions N]

Extraction on Apache Spark as it is: `pressgraph extract -` is a map from lines to lines, so `rdd.pipe` runs it on
each partition. PRESSGRAPH is the program's path on every worker (or ship it with `spark-submit --files`). OUTPUT
becomes a folder of part files, for `pressgraph merge OUTPUT/part-* --output STORE`.
"""

import argparse
import shlex

from pyspark.sql import SparkSession


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pressgraph")
    parser.add_argument("output")
    parser.add_argument("inputs", nargs="+")
    parser.add_argument("--master", default="local-cluster[2,1,1024]")
    parser.add_argument("--partitions", type=int, default=8)
    options = parser.parse_args()
    spark = (SparkSession.builder.master(options.master).appName("pressgraph")
             .config("spark.ui.enabled", "false").getOrCreate())
    try:
        lines = spark.sparkContext.textFile(",".join(options.inputs), options.partitions)
        # A status of 3 says that records were skipped, each named on the worker's standard error.
        command = f"{shlex.quote(options.pressgraph)} extract --quiet --jobs 1 --input-format jsonl - || [ $? -eq 3 ]"
        # checkCode: without it Spark takes a program that is not there for one that had nothing to say.
        lines.pipe(f"sh -c {shlex.quote(command)}", checkCode=True).saveAsTextFile(options.output)
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
