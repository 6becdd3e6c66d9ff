# What does a program with RQ do that somebody looks at? It sends jobs, and works on them until it is killed.
import os
import sys
import time
from datetime import timedelta

from redis import Redis
from rq import Queue, Retry, Worker

redis = Redis.from_url(os.environ["REDIS"])


def waits():
    """Is at work for as long as somebody holds it up, and its worker lives."""
    worker = os.getppid()
    while redis.exists("hold"):
        if os.getppid() != worker:
            os._exit(1)
        time.sleep(0.1)


def fails():
    raise RuntimeError("as it was told to")


class QuicklyMissed(Worker):
    """Whoever is silent for so long is missed; usually that is a minute and a half."""

    def get_heartbeat_ttl(self, job, working_time=0.0):
        return 8


if __name__ == "__main__":
    what, name = sys.argv[1], sys.argv[2]
    queue = Queue(name, connection=redis)
    if what == "send":
        queue.enqueue("rq_jobs.waits", retry=Retry(max=1))
    elif what == "fail":
        queue.enqueue("rq_jobs.fails")
    elif what == "later":
        queue.enqueue_in(timedelta(hours=1), "rq_jobs.waits")
    else:
        QuicklyMissed([queue], connection=redis, job_monitoring_interval=1).work(
            logging_level="WARNING", with_scheduler=False
        )
