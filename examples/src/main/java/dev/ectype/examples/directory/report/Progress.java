package dev.ectype.examples.directory.report;

import java.io.InputStream;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a stream has been read, for people who sit and wait. */
@FunctionalInterface
public interface Progress {
    /** Shows nothing. */
    Progress NONE = (stream, size) -> stream;

    /**
     * Returns a stream that shows the progress of whoever reads it, until it is closed.
     *
     * @param size the length of the stream, or -1 if it is not known
     */
    InputStream follow(InputStream stream, long size);

    /** Returns a progress bar in a terminal. */
    static Progress bar(PrintStream terminal) {
        return (stream, size) -> ProgressBar.wrap(
                stream,
                new ProgressBarBuilder()
                        .setTaskName("Reading")
                        .setInitialMax(size)
                        .setUnit(" KiB", 1024)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(100)
                        .setConsumer(new ConsoleProgressBarConsumer(terminal)));
    }
}
