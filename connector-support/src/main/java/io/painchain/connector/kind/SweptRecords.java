package io.painchain.connector.kind;

import java.time.Instant;
import java.util.List;

import io.painchain.connector.list.PageReader;
import io.painchain.connector.sweep.SweptList;
import io.painchain.connector.sweep.SweptPages.Shape;

/** A sweep over one list, whose name is that of its source in the ledger. */
public abstract class SweptRecords<T, S, R extends PageReader> implements SweptSource<T, S, R> {

    private final ChangeKind<S> owner;
    private final String source;
    private final String path;
    private final Shape<T> shape;

    protected SweptRecords(ChangeKind<S> owner, String source, String path, Shape<T> shape) {
        this.owner = owner;
        this.source = source;
        this.path = path;
        this.shape = shape;
    }

    @Override
    public final ChangeKind<S> owner() {
        return owner;
    }

    @Override
    public final String source() {
        return source;
    }

    @Override
    public List<SweptList> lists(Instant from, Instant now) {
        return List.of(new SweptList(source, path, from));
    }

    @Override
    public final Shape<T> shape() {
        return shape;
    }
}
