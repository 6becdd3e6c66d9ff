# What does a program do that takes its partitions by itself? It joins no group, reads on, and says again and again where it is.
import os
import sys

from kafka import KafkaConsumer, TopicPartition

topic, group = sys.argv[1:3]
consumer = KafkaConsumer(
    bootstrap_servers=os.environ["KAFKA"],
    group_id=group,
    auto_offset_reset="earliest",
    auto_commit_interval_ms=500,
)
consumer.assign([TopicPartition(topic, 0)])
while True:
    consumer.poll(timeout_ms=200)
