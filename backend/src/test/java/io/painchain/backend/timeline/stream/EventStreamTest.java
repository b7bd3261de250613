package io.painchain.backend.timeline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import io.painchain.backend.timeline.stream.ChangeRepository.Changes;
import io.painchain.backend.timeline.stream.ChangeRepository.Transactions;
import io.painchain.backend.timeline.stream.EventStream.Item;

class EventStreamTest {

    private final Queue<Runnable> later = new ArrayDeque<>();
    private final List<StreamPosition> looks = new ArrayList<>();
    private final List<Item> taken = new ArrayList<>();
    private Changes changes = nothing(10, 10);
    private final EventStream stream = new EventStream(StreamPosition.before(10), position -> {
        looks.add(position);
        return changes;
    }, (work, delay) -> later.add(work));

    @Test
    void looksForNothingBeforeItIsAskedAndAtOnceThen() {
        stream.touch();
        assertThat(later).isEmpty();
        changes = changes(EventStream.PAGE, 12);
        take();
        runAll();
        assertThat(looks).containsExactly(StreamPosition.before(10));
        assertThat(taken).hasSize(1);
    }

    @Test
    void readsNoMoreUntilAllIsTaken() {
        changes = changes(EventStream.PAGE, 12);
        take();
        runAll();
        for (int i = 1; i < EventStream.PAGE; i++) {
            stream.touch();
            take();
            runAll();
        }
        assertThat(looks).hasSize(1);
        take();
        runAll();
        assertThat(looks).hasSize(2);
        assertThat(looks.get(1)).isEqualTo(changes.found().get(EventStream.PAGE - 1).position());
    }

    @Test
    void looksAgainOnlyWhenToldWhereAllTransactionsHaveEnded() {
        take();
        runAll();
        assertThat(looks).hasSize(1);
        stream.touch();
        runAll();
        assertThat(looks).hasSize(2);
    }

    @Test
    void looksAgainWhileATransactionIsUnderWayThatMayHoldWhatItWasToldOf() {
        changes = nothing(10, 12);
        take();
        later.remove().run();
        later.remove().run();
        changes = nothing(12, 20);
        runAll();
        assertThat(looks).hasSize(3).endsWith(StreamPosition.before(10));
        stream.touch();
        later.remove().run();
        assertThat(looks).endsWith(StreamPosition.before(12));
    }

    @Test
    void looksAgainAfterAFailure() {
        changes = null;
        take();
        later.remove().run();
        changes = changes(1, 12);
        runAll();
        assertThat(looks).hasSize(2);
        assertThat(taken).hasSize(1);
    }

    @Test
    void givesASignOfLifeOnlyToAReaderThatWaits() {
        stream.beat();
        assertThat(taken).isEmpty();
        take();
        stream.beat();
        assertThat(taken).containsExactly(Item.BEAT);
    }

    @Test
    void endsWhetherAReaderWaitsOrComesLater() {
        take();
        stream.end();
        take();
        stream.touch();
        assertThat(taken).containsExactly(Item.END, Item.END);
    }

    private void take() {
        stream.next().subscribe().with(taken::add);
    }

    private void runAll() {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }

    private static Changes nothing(long settled, long next) {
        return new Changes(List.of(), new Transactions(settled, next));
    }

    private static Changes changes(int count, long settled) {
        return new Changes(LongStream.range(0, count)
                .mapToObj(i -> new EventChange(new StreamPosition(11, new UUID(0, i + 1)), null)).toList(),
                new Transactions(settled, settled));
    }
}
