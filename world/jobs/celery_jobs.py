# What does a Celery application do that somebody looks at? It sends tasks, and works on them until it is killed.
import os
import sys
import time

from celery import Celery
from redis import Redis

redis_at = os.environ["REDIS"]
app = Celery("jobs", broker=redis_at)
app.conf.update(
    # Held until it is done, and not only until it begins.
    task_acks_late=True,
    worker_prefetch_multiplier=1,
    broker_connection_retry_on_startup=True,
    broker_transport_options={
        "visibility_timeout": int(os.environ.get("VISIBLE_AGAIN", "3600")),
        "unacked_restore_interval": 1,
        "unacked_restore_throttle": 1,
    },
)


@app.task(name="waits")
def waits():
    """Is at work for as long as somebody holds it up."""
    redis = Redis.from_url(redis_at)
    while redis.exists("hold"):
        time.sleep(0.1)


if __name__ == "__main__":
    what, queues = sys.argv[1], sys.argv[2]
    if what == "send":
        for queue in queues.split(","):
            priority = int(sys.argv[3]) if len(sys.argv) > 3 else None
            waits.apply_async(queue=queue, priority=priority)
    else:
        app.worker_main(
            [
                *("worker", "--pool", "threads", "--concurrency", "4"),
                *("--queues", queues, "--loglevel", "WARNING"),
            ]
        )
