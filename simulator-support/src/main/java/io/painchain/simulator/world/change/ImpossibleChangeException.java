package io.painchain.simulator.world.change;

/** Something was asked for that cannot happen in the present state, such as merging a closed pull request. */
public final class ImpossibleChangeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ImpossibleChangeException(String message) {
        super(message);
    }
}
