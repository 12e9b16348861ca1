leave();
